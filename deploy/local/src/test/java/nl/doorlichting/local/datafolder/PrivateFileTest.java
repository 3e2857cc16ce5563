package nl.doorlichting.local.datafolder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import nl.doorlichting.local.StartFailure;
import org.junit.jupiter.api.Test;

class PrivateFileTest {
    private static final String USER = System.getProperty("user.name");

    @Test
    void restrictsFileByPosixPermissions() throws IOException {
        try (FileSystem unix = Jimfs.newFileSystem(
                Configuration.unix().toBuilder().setAttributeViews("posix").build())) {
            Path file = written(unix.getPath("/secret"));

            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        }
    }

    @Test
    void restrictsFileByAccessControlListOnWindows() throws IOException {
        try (FileSystem windows = Jimfs.newFileSystem(
                Configuration.windows().toBuilder().setAttributeViews("acl").build())) {
            Path file = written(windows.getPath("C:\\secret"));

            List<AclEntry> entries =
                    Files.getFileAttributeView(file, AclFileAttributeView.class).getAcl();
            assertEquals(1, entries.size());
            assertEquals(AclEntryType.ALLOW, entries.get(0).type());
            assertEquals(USER, entries.get(0).principal().getName());
            assertEquals(Set.of(AclEntryPermission.values()), entries.get(0).permissions());
        }
    }

    @Test
    void refusesFileSystemWithoutPermissions() throws IOException {
        try (FileSystem plain = Jimfs.newFileSystem(
                Configuration.windows().toBuilder().setAttributeViews("basic").build())) {
            StartFailure failure =
                    assertThrows(StartFailure.class, () -> PrivateFile.write(plain.getPath("C:\\secret"), "s3cret"));

            assertTrue(failure.getMessage().contains("DOORLICHTING_DATA"), failure.getMessage());
        }
    }

    private static Path written(Path file) {
        PrivateFile.write(file, "s3cret");
        assertEquals("s3cret", PrivateFile.read(file));
        return file;
    }
}
