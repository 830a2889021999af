import Glibc

/// A serial executor with a thread of its own, so that blocking libpq calls never occupy the
/// shared pool. The thread ends after the executor is released.
final class ConnectionExecutor: SerialExecutor {
  private let queue = JobQueue()

  init() { queue.startThread() }

  deinit { queue.close() }

  func enqueue(_ job: consuming ExecutorJob) {
    queue.append(JobQueue.Entry(job: UnownedJob(job), executor: self))
  }

  func asUnownedSerialExecutor() -> UnownedSerialExecutor {
    UnownedSerialExecutor(ordinary: self)
  }
}

/// Jobs waiting for one thread. Unchecked, since the mutex guards every access to the fields.
private final class JobQueue: @unchecked Sendable {
  /// Holds the executor, so that it outlives the job that runs on it.
  struct Entry {
    let job: UnownedJob
    let executor: ConnectionExecutor
  }

  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let changed = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private var entries: [Entry] = []
  private var closed = false

  init() {
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(changed, nil)
  }

  deinit {
    pthread_cond_destroy(changed)
    pthread_mutex_destroy(mutex)
    changed.deallocate()
    mutex.deallocate()
  }

  func append(_ entry: Entry) {
    pthread_mutex_lock(mutex)
    entries.append(entry)
    pthread_cond_signal(changed)
    pthread_mutex_unlock(mutex)
  }

  func close() {
    pthread_mutex_lock(mutex)
    closed = true
    pthread_cond_signal(changed)
    pthread_mutex_unlock(mutex)
  }

  func startThread() {
    var thread = pthread_t()
    let argument = Unmanaged.passRetained(self).toOpaque()
    let status = pthread_create(
      &thread, nil,
      { argument in
        Unmanaged<JobQueue>.fromOpaque(argument!).takeRetainedValue().run()
        return nil
      }, argument)
    precondition(status == 0, "no thread for a database connection: error \(status)")
    pthread_detach(thread)
  }

  private func run() {
    while let batch = take() {
      for entry in batch {
        entry.job.runSynchronously(on: entry.executor.asUnownedSerialExecutor())
      }
    }
  }

  /// Waits for work; nil when the executor is gone and nothing is left.
  private func take() -> [Entry]? {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    while entries.isEmpty, !closed { pthread_cond_wait(changed, mutex) }
    defer { entries = [] }
    return entries.isEmpty ? nil : entries
  }
}
