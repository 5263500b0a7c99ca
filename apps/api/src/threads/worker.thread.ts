import type { DeriveTaskInput, DeriveTaskOutput } from './derivePicture.task.ts';
import type { InspectTaskInput, InspectTaskOutput } from './inspectFile.task.ts';

/** What can be run in a thread, by name. */
interface ThreadTasks {
  inspectFile: { input: InspectTaskInput; output: InspectTaskOutput };
  derivePicture: { input: DeriveTaskInput; output: DeriveTaskOutput };
}

export type TaskName = keyof ThreadTasks;
export type TaskInput<T extends TaskName> = ThreadTasks[T]['input'];
export type TaskOutput<T extends TaskName> = ThreadTasks[T]['output'];

export interface ThreadMessage<T extends TaskName = TaskName> {
  readonly task: T;
  readonly input: TaskInput<T>;
}

/** A thread loads a task when it is first asked for it. */
const tasks: {
  readonly [T in TaskName]: () => Promise<{
    default: (input: TaskInput<T>) => Promise<TaskOutput<T>>;
  }>;
} = {
  inspectFile: () => import('./inspectFile.task.ts'),
  derivePicture: () => import('./derivePicture.task.ts'),
};

/** The entry of each thread of the pool: runs one task. @throws what the task throws. */
export default async function runTask<T extends TaskName>({
  task,
  input,
}: ThreadMessage<T>): Promise<TaskOutput<T>> {
  const { default: run } = await tasks[task]();
  return run(input);
}
