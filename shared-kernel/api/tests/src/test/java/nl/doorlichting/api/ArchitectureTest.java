package nl.doorlichting.api;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import nl.doorlichting.platform.testing.architecture.AccessArchitecture;
import nl.doorlichting.platform.testing.architecture.FrameworkInternals;

@AnalyzeClasses(packages = "nl.doorlichting.api", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchTests ACCESS = ArchTests.in(AccessArchitecture.class);

    @ArchTest
    static final ArchTests INTERNALS = ArchTests.in(FrameworkInternals.class);
}
