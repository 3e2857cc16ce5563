package nl.doorlichting.domain;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import nl.doorlichting.platform.testing.architecture.WithoutTestSupport;

/** The rules about figures run, and are tested, without a framework. */
@AnalyzeClasses(
        packages = "nl.doorlichting.domain",
        importOptions = {ImportOption.DoNotIncludeTests.class, WithoutTestSupport.class})
class ArchitectureTest {
    /** Annotations of persistence and of JSON say how a value is stored and written; they do nothing by themselves. */
    @ArchTest
    static final ArchRule PLAIN_JAVA = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "javax.crypto..",
                    "nl.doorlichting.domain..",
                    "jakarta.persistence",
                    "com.fasterxml.jackson.annotation");

    @ArchTest
    static final ArchRule WITHOUT_CYCLES =
            slices().matching("nl.doorlichting.domain.(*)..").should().beFreeOfCycles();
}
