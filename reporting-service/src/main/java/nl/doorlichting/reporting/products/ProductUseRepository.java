package nl.doorlichting.reporting.products;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.ListKeys;
import nl.doorlichting.platform.lists.Lists;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageRequest;
import nl.doorlichting.platform.lists.SortKey;
import nl.doorlichting.platform.records.RecordWithdrawal;

@ApplicationScoped
class ProductUseRepository implements PanacheRepositoryBase<ProductUse, UUID> {
    private static final ListKeys KEYS = new ListKeys(
            SortKey.of("id", UUID.class), "periodFrom", List.of(SortKey.of("periodFrom", LocalDate.class)));

    Page<ProductUse> page(UUID productId, Boolean withdrawn, PageRequest request) {
        return new Lists(getEntityManager())
                .page(
                        ProductUse.class,
                        RecordWithdrawal.narrow(new Filter().equal("productId", productId), withdrawn),
                        KEYS,
                        request);
    }

    List<ProductUse> of(UUID productId) {
        return list("productId = ?1 and withdrawal.withdrawnAt is null", productId);
    }

    /** The counts of products that are part of their use. */
    Map<UUID, List<ProductUse>> counted(List<Product> products) {
        if (products.isEmpty()) {
            return Map.of();
        }
        var ids = products.stream().map(Product::id).toList();
        return list("productId in ?1 and withdrawal.withdrawnAt is null and coalesce(review.awaitsReview, false) = false", ids)
                .stream()
                .collect(Collectors.groupingBy(ProductUse::productId));
    }
}
