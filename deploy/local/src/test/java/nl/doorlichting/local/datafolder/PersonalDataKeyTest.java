package nl.doorlichting.local.datafolder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PersonalDataKeyTest {
    @TempDir
    Path folder;

    @Test
    void keyIsMadeOnceForEachFolderAndForItsOwnerOnly() throws IOException {
        var data = DataFolder.open(folder.resolve("one"), false);
        var key = PersonalDataKey.of(data).entry();
        assertEquals(key, PersonalDataKey.of(data).entry());
        assertEquals(32, Base64.getDecoder().decode(key.substring("local:".length())).length);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(data.personalDataKey())));
        assertNotEquals(
                key,
                PersonalDataKey.of(DataFolder.open(folder.resolve("two"), false))
                        .entry());
    }
}
