package nl.doorlichting.gateway;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import nl.doorlichting.platform.testing.architecture.ArchitectureRules;

@AnalyzeClasses(packages = "nl.doorlichting.gateway", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchTests houseRules = ArchTests.in(ArchitectureRules.class);

    @ArchTest
    static final ArchRule features = ArchitectureRules.noCyclesBetweenFeatures("nl.doorlichting.gateway");
}
