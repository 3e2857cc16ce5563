package nl.doorlichting.platform.responses;

/** A response of which all may change without a new version of the record: the ETag of a read covers the whole of it. */
public interface HasRepresentationEtag extends HasEtag {
    @Override
    default Object changingWithinVersion() {
        return this;
    }
}
