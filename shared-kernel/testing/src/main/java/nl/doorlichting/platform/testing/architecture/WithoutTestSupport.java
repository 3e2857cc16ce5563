package nl.doorlichting.platform.testing.architecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;

/** Leaves out what tests of all modules use, which stands in packages of the platform and of the domain. */
public final class WithoutTestSupport implements ImportOption {
    @Override
    public boolean includes(Location location) {
        return !location.contains("/shared-kernel/testing/target/");
    }
}
