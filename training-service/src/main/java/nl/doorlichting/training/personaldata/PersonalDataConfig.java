package nl.doorlichting.training.personaldata;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/** How personal data is stored. The keys come from the environment, never from the database with the sealed texts. */
@ConfigMapping(prefix = "doorlichting.personal-data")
interface PersonalDataConfig {
    /**
     * Keys as {@code id:base64} of 32 random bytes each. The first seals new texts; the others only open texts that they
     * sealed before, until the job has sealed those again. Only the migration needs none.
     */
    Optional<List<String>> keys();

    /** How often each instance erases records whose retention ended. */
    String eraseEvery();

    /** How often each instance seals records of a former key with the current one. */
    String resealEvery();
}
