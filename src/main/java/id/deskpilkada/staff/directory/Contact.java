package id.deskpilkada.staff.directory;

import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An office or a person with a number.
 *
 * @param kind code of its kind, e.g. {@code PUSKESMAS}
 * @param area digits of the region or TPS
 * @param confirmedAt when somebody of the installation tried the number; null: not yet, and nothing offers to dial it
 */
public record Contact(
        long id,
        String kind,
        String name,
        @Nullable String position,
        String area,
        @Nullable CallNumber phone,
        @Nullable CallNumber whatsapp,
        @Nullable String note,
        @Nullable OffsetDateTime confirmedAt,
        @Nullable String confirmedBy) {

    public boolean confirmed() {
        return confirmedAt != null;
    }

    /** The number to dial, once confirmed. */
    public Optional<CallNumber> callable() {
        return confirmed() ? Optional.ofNullable(phone) : Optional.empty();
    }

    /** The number for WhatsApp, once confirmed. */
    public Optional<CallNumber> chat() {
        return confirmed() ? Optional.ofNullable(whatsapp) : Optional.empty();
    }
}
