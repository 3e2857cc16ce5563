package nl.doorlichting.training.personaldata;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/** How personal data is kept. The keys come from the environment, never from the database that holds what they seal. */
@ConfigMapping(prefix = "doorlichting.personal-data")
interface PersonalDataConfig {
    /**
     * Keys as {@code id:base64} of 32 random bytes each. The first seals what is new; the others only open what they
     * sealed before, until the job has sealed it anew. Only the migration needs none.
     */
    Optional<List<String>> keys();

    /** How often each instance erases what was kept for as long as it may be. */
    String eraseEvery();

    /** How often each instance seals with the current key what a former one sealed. */
    String resealEvery();
}
