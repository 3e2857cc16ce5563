package nl.doorlichting.platform.testing.databases;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import nl.doorlichting.platform.testing.files.SourceTree;

/** The triggers of a database. Code that relies on one names it, because nothing else leads from the code to it. */
public final class DatabaseTriggers {
    private static final String NAMES = "select distinct tgname from pg_trigger where not tgisinternal order by 1";
    private static final Pattern WORD = Pattern.compile("\\w+");

    private DatabaseTriggers() {}

    /** Those that no source file of the module under test names, sorted. */
    public static List<String> unnamed(TestDatabase database) throws SQLException, IOException {
        var unnamed = new ArrayList<String>();
        try (var owner = database.asOwner();
                var statement = owner.createStatement();
                var names = statement.executeQuery(NAMES)) {
            while (names.next()) {
                unnamed.add(names.getString(1));
            }
        }
        try (var files = Files.walk(SourceTree.MODULE.resolve("src/main/java"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                WORD.matcher(Files.readString(file)).results().forEach(word -> unnamed.remove(word.group()));
            }
        }
        return unnamed;
    }
}
