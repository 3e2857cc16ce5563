package nl.doorlichting.kernel.codelist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import nl.doorlichting.kernel.vocabulary.Wording;
import org.junit.jupiter.api.Test;

class CodelistsTest {

    @Test
    void namesAreKebabCaseAndSorted() {
        List<String> names = Codelists.all().stream().map(Codelist::name).toList();

        assertEquals(names.stream().sorted().distinct().toList(), names);
        assertTrue(names.stream().allMatch(name -> name.matches("[a-z]+(-[a-z]+)*")));
    }

    @Test
    void servesTheTargetGroupsInTheirOrder() {
        assertEquals(
                List.of(
                        "YOUTH_AND_PUPILS",
                        "PROFESSIONALS_AND_OFFICIALS",
                        "TARGET_GROUP_ORGANISATIONS_AND_KEY_PERSONS",
                        "OTHER",
                        "STUDENTS"),
                Codelists.find("target-groups").orElseThrow().values().stream()
                        .map(CodelistValue::code)
                        .toList());
    }

    @Test
    void everyListCountsItsOrderFromOne() {
        for (Codelist list : Codelists.all()) {
            assertEquals(
                    IntStream.rangeClosed(1, list.values().size()).boxed().toList(),
                    list.values().stream().map(CodelistValue::order).toList(),
                    list.name());
        }
    }

    @Test
    void anUnknownNameIsNotThere() {
        assertTrue(Codelists.find("target_groups").isEmpty());
    }

    @Test
    void aWordingLeavesNothingOut() {
        assertThrows(IllegalArgumentException.class, () -> new Wording("a", "b", "c", " "));
    }
}
