package nl.doorlichting.reporting.products;

import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import nl.doorlichting.reporting.publication.PublishableRecordRepository;

@Singleton
class ProductRepository extends PublishableRecordRepository<Product> {
    ProductRepository() {
        super(Product.class);
    }

    /** Of two counts of its use at once, the second waits here for the first. */
    Optional<Product> lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }
}
