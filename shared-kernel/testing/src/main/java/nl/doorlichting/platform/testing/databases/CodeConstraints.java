package nl.doorlichting.platform.testing.databases;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;

/** The lists of codes in the CHECK constraints of a database, and in their functions, beside the enumerations in code. */
public final class CodeConstraints {
    /** A constraint on several columns lists the codes of a case, so it is left out. */
    private static final String DEFINITIONS = """
            select conrelid::regclass || ' ' || conname, pg_get_constraintdef(oid) from pg_constraint
            where contype = 'c' and cardinality(conkey) = 1 and connamespace = 'public'::regnamespace
            union all
            select proname, pg_get_functiondef(p.oid) from pg_proc p join pg_language l on l.oid = p.prolang
            where pronamespace = 'public'::regnamespace and prorettype = 'boolean'::regtype
                and prokind = 'f' and (prosqlbody is not null or lanname = 'plpgsql')
            """;

    private static final Pattern LIST = Pattern.compile("(?i)ARRAY\\[([^\\]]*)\\]");
    private static final Pattern CODE = Pattern.compile("'([A-Z][A-Z0-9_]*)'");

    private CodeConstraints() {}

    /**
     * The lists that are not all codes of an enumeration, sorted, as "lesson ck_lesson_kind: Kind without A, B" or
     * "lesson ck_lesson_kind: no enumeration has A, B". A code that is new in an enumeration adds the lists that lack it.
     */
    public static List<String> partialLists(TestDatabase database) throws SQLException {
        var enumerations = enumerations();
        var partial = new TreeSet<String>();
        try (var owner = database.asOwner();
                var statement = owner.createStatement();
                var definitions = statement.executeQuery(DEFINITIONS)) {
            while (definitions.next()) {
                var name = definitions.getString(1);
                listsIn(definitions.getString(2))
                        .filter(codes -> enumerations.stream()
                                .noneMatch(one -> one.codes().equals(codes)))
                        .forEach(codes -> partial.add(name + ": " + difference(codes, enumerations)));
            }
        }
        return List.copyOf(partial);
    }

    private record Enumeration(String name, Set<String> codes) {}

    private static List<Enumeration> enumerations() {
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .withImportOption(CodeConstraints::isEnumeration)
                        .importPackages("nl.doorlichting")
                        .stream()
                        .filter(JavaClass::isEnum)
                        .map(CodeConstraints::enumeration)
                        .toList();
    }

    /** The others are not read as a whole, because ArchUnit then reads all that they depend on. */
    private static boolean isEnumeration(Location location) {
        try (var content = location.asURI().toURL().openStream()) {
            return "java/lang/Enum".equals(new ClassReader(content).getSuperName());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Enumeration enumeration(JavaClass type) {
        return new Enumeration(
                type.getSimpleName(),
                type.getFields().stream()
                        .filter(field -> field.getRawType().equals(type))
                        .map(field -> field.getName())
                        .collect(Collectors.toSet()));
    }

    private static Stream<Set<String>> listsIn(String definition) {
        return LIST.matcher(definition)
                .results()
                .map(list -> codesIn(list.group(1)))
                .filter(codes -> codes.size() > 1);
    }

    private static Set<String> codesIn(String list) {
        return CODE.matcher(list).results().map(code -> code.group(1)).collect(Collectors.toSet());
    }

    private static String difference(Set<String> codes, List<Enumeration> enumerations) {
        return enumerations.stream()
                .filter(one -> one.codes().containsAll(codes))
                .min(Comparator.comparingInt((Enumeration one) -> one.codes().size())
                        .thenComparing(Enumeration::name))
                .map(one -> one.name() + " without " + String.join(", ", missing(one, codes)))
                .orElseGet(() -> "no enumeration has " + String.join(", ", new TreeSet<>(codes)));
    }

    private static Set<String> missing(Enumeration enumeration, Set<String> codes) {
        var missing = new TreeSet<>(enumeration.codes());
        missing.removeAll(codes);
        return missing;
    }
}
