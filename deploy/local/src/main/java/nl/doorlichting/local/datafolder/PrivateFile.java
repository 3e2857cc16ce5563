package nl.doorlichting.local.datafolder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import nl.doorlichting.local.StartFailure;

/** Writes files with secrets: readable by their owner only from the first moment, and never incomplete. */
public final class PrivateFile {
    private PrivateFile() {}

    public static void write(Path file, String content) {
        try {
            Path temporary = file.resolveSibling(file.getFileName() + ".new");
            Files.deleteIfExists(temporary);
            create(temporary);
            Files.writeString(temporary, content);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw new StartFailure("Cannot write " + file, failure);
        }
    }

    private static void create(Path file) throws IOException {
        if (hasPosixPermissions(file.toAbsolutePath().getParent())) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            return;
        }
        Files.createFile(file);
        AclFileAttributeView view = Files.getFileAttributeView(file, AclFileAttributeView.class);
        if (view == null) {
            throw new StartFailure(
                    "The file system of " + file + " cannot keep a file to its owner; set DOORLICHTING_DATA");
        }
        // Replaces the rights that the folder passes on, while the file is still empty.
        view.setAcl(List.of(AclEntry.newBuilder()
                .setType(AclEntryType.ALLOW)
                .setPrincipal(file.getFileSystem()
                        .getUserPrincipalLookupService()
                        .lookupPrincipalByName(System.getProperty("user.name")))
                .setPermissions(AclEntryPermission.values())
                .build()));
    }

    /** True on Linux and macOS. Windows has access control lists instead. */
    public static boolean hasPosixPermissions(Path existing) {
        return Files.getFileAttributeView(existing, PosixFileAttributeView.class) != null;
    }

    public static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new StartFailure("Cannot read " + file, failure);
        }
    }
}
