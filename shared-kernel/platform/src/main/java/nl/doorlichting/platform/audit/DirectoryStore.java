package nl.doorlichting.platform.audit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** A store in a directory, for one machine. The directory alone does not keep anybody from changing a file. */
record DirectoryStore(Path directory) implements AuditStore {
    @Override
    public boolean put(String name, Content content) throws IOException {
        var target = directory.resolve(name);
        Files.createDirectories(target.getParent());
        var written = Files.createTempFile(target.getParent(), ".", ".part");
        try {
            try (var in = content.source().open()) {
                Files.copy(in, written, StandardCopyOption.REPLACE_EXISTING);
            }
            try (var channel = FileChannel.open(written, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            // A link fails if there is a file of this name; a move would replace it.
            Files.createLink(target, written);
            return true;
        } catch (FileAlreadyExistsException stored) {
            return false;
        } finally {
            Files.delete(written);
        }
    }

    @Override
    public Optional<InputStream> fetch(String name) throws IOException {
        try {
            return Optional.of(Files.newInputStream(directory.resolve(name)));
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        }
    }
}
