package id.deskpilkada.tierreport.document;

import id.deskpilkada.tierreport.TierState;
import id.deskpilkada.tierreport.compile.Change;
import id.deskpilkada.tierreport.compile.Snapshot;
import id.deskpilkada.tierreport.seal.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that the documents of one version are made of.
 *
 * @param withheld whether votes were taken out for whoever reads it
 * @param seal what its seal says; null before it is settled
 * @param changes from the version before, as far as the reader may know them; empty for the first
 * @param parts frozen figures of the tier below, by dotted code
 * @param address where anybody checks it; null where the installation does not know its own address
 * @param photos from the field, for paper only
 */
record Material(
        String code,
        String digest,
        TierState state,
        Snapshot snapshot,
        boolean withheld,
        @Nullable Statement seal,
        List<Change> changes,
        Map<String, Snapshot> parts,
        @Nullable String address,
        List<Photo> photos) {

    /** @param image an address that carries itself @param caption incident, place, time and the beginning of the photo's hash */
    record Photo(String image, String caption) {}

    Optional<Snapshot> part(Snapshot.District district) {
        return Optional.ofNullable(parts.get(district.region().code()));
    }

    boolean isDistrict() {
        return snapshot.level().equals("DISTRICT");
    }

    boolean isSettled() {
        return seal != null && state != TierState.RETURNED;
    }
}
