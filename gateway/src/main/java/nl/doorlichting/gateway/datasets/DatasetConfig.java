package nl.doorlichting.gateway.datasets;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the publisher says of its datasets. What a dataset holds comes from its releases. */
@ConfigMapping(prefix = "doorlichting.datasets")
interface DatasetConfig {
    /** Name of the organisation that publishes. */
    String publisher();

    /** Its address in a register of organisations. */
    URI publisherUri();

    /** Name of the desk that answers questions about the figures. */
    String contactName();

    /** Its e-mail address; a harvester may require it. */
    Optional<String> contactEmail();

    /** Public address of the API, for harvesters that read the catalogue without knowing where it is from. */
    Optional<URI> address();

    /** Address of the licence. */
    URI licence();

    /** When and why published figures are revised. */
    Text revisionPolicy();

    /** The catalogue of all datasets. */
    Text catalogue();

    /** The datasets, by the code of their programme. */
    Map<String, Programme> programmes();

    /** The same in both languages. */
    interface Text {
        String dutch();

        String english();
    }

    /** A dataset: the releases of one programme. */
    interface Programme {
        Text title();

        Text description();

        /** Addresses of its themes: in the list of the EU, and in that of the harvester. */
        List<URI> themes();

        /** Address of how often it is released, in the frequencies of the EU. */
        URI frequency();

        /** The day of the next release, once it is known. */
        Optional<LocalDate> nextRelease();
    }
}
