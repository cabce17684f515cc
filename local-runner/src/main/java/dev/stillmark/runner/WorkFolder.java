package dev.stillmark.runner;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * A folder for the results of one run at a time, with the state that a rerun takes up again.
 *
 * <p>The state belongs to exactly the inputs it was made from; other inputs start anew.
 */
final class WorkFolder implements AutoCloseable {

  private final Path directory;
  private final FileChannel lock;

  private WorkFolder(Path directory, FileChannel lock) {
    this.directory = directory;
    this.lock = lock;
  }

  /**
   * @param inputs a digest of everything that decides the results
   */
  static WorkFolder open(Path directory, String inputs, Progress progress) {
    try {
      Files.createDirectories(directory);
      WorkFolder folder = new WorkFolder(directory, lock(directory));
      folder.prepare(inputs, progress);
      return folder;
    } catch (IOException e) {
      throw Fault.of(e, directory);
    }
  }

  private static FileChannel lock(Path directory) throws IOException {
    FileChannel channel =
        FileChannel.open(
            directory.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (tryLock(channel) == null) {
      channel.close();
      throw new Fault(
          "another run is writing to %s; wait for it or choose another --out".formatted(directory));
    }
    return channel;
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  private void prepare(String inputs, Progress progress) throws IOException {
    Path mark = state().resolve("inputs.sha256");
    if (Files.isRegularFile(mark)
        && Files.readString(mark, StandardCharsets.UTF_8).strip().equals(inputs)) {
      progress.say("taking up the run that was cut short (%s)", state());
      return;
    }
    if (Files.exists(state())) {
      progress.say("an earlier run in %s had other inputs: starting from the beginning", directory);
      Folders.delete(state());
    }
    Files.createDirectories(state());
    Files.writeString(mark, inputs + "\n", StandardCharsets.UTF_8);
  }

  Path state() {
    return directory.resolve(".state");
  }

  /** The folder for one model's reports. */
  Path folderOf(String model) throws IOException {
    return Files.createDirectories(directory.resolve(SafeName.of(model)));
  }

  /** After a run that ended well nothing is left to take up. */
  void forget() throws IOException {
    Folders.delete(state());
  }

  @Override
  public void close() throws IOException {
    lock.close();
    Files.deleteIfExists(directory.resolve(".lock"));
  }
}
