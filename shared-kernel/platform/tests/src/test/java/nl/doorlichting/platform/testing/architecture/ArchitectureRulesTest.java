package nl.doorlichting.platform.testing.architecture;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule fails on the bad fixtures and passes on the good ones. */
class ArchitectureRulesTest {

    private static final String FIXTURES = "nl.doorlichting.fixtures";
    private static final JavaClasses BAD =
            new ClassFileImporter().importPackages(FIXTURES + ".one", FIXTURES + ".two", FIXTURES + ".util");
    private static final JavaClasses GOOD = new ClassFileImporter().importPackages(FIXTURES + ".good");

    static Stream<ArchRule> rules() {
        return Stream.of(
                ArchitectureRules.HTTP_ONLY_IN_RESOURCES,
                ArchitectureRules.modulesApart(List.of(FIXTURES + ".one", FIXTURES + ".two")),
                ArchitectureRules.DOMAIN_WITHOUT_FRAMEWORK,
                ArchitectureRules.TRANSACTIONS_ONLY_IN_SERVICES,
                ArchitectureRules.ENTITIES_WITHOUT_SETTERS,
                ArchitectureRules.PACKAGES_ARE_FEATURES,
                ArchitectureRules.CONSTRUCTOR_INJECTION,
                ArchitectureRules.NATIVE_QUERIES_WITHOUT_CLASS_OF_VALUES,
                AccessArchitecture.EVERY_OPERATION_NAMES_ITS_RULE,
                AccessArchitecture.RAW_ROUTES_ARE_NAMED,
                ArchitectureRules.noCyclesBetweenFeatures(FIXTURES));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void failsOnBadClasses(ArchRule rule) {
        assertTrue(rule.evaluate(BAD).hasViolation());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void passesOnGoodClasses(ArchRule rule) {
        assertFalse(
                rule.evaluate(GOOD).hasViolation(),
                () -> rule.evaluate(GOOD).getFailureReport().toString());
    }

    @Test
    void roomsOfTestSupportAreFreeOfCycles() {
        var support = "nl.doorlichting.platform.testing";
        ArchitectureRules.noCyclesBetweenFeatures(support).check(new ClassFileImporter().importPackages(support));
    }
}
