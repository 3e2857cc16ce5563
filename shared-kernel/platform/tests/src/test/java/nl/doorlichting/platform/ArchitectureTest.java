package nl.doorlichting.platform;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import nl.doorlichting.platform.testing.architecture.AccessArchitecture;
import nl.doorlichting.platform.testing.architecture.ArchitectureRules;
import nl.doorlichting.platform.testing.architecture.FrameworkInternals;
import nl.doorlichting.platform.testing.architecture.WithoutTestSupport;

@AnalyzeClasses(
        packages = "nl.doorlichting.platform",
        importOptions = {ImportOption.DoNotIncludeTests.class, WithoutTestSupport.class})
class ArchitectureTest {
    @ArchTest
    static final ArchTests ACCESS = ArchTests.in(AccessArchitecture.class);

    /** The platform does not depend on the domain: types of values are registered with it. */
    @ArchTest
    static final ArchRule NO_WORD_OF_THE_DOMAIN = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("nl.doorlichting.domain..", "nl.doorlichting.api..");

    @ArchTest
    static final ArchRule NATIVE_QUERIES = ArchitectureRules.NATIVE_QUERIES_WITHOUT_CLASS_OF_VALUES;

    @ArchTest
    static final ArchTests INTERNALS = ArchTests.in(FrameworkInternals.class);
}
