package id.deskpilkada.assignment;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * People for several villages at once. Whoever is listed is added or corrected; nobody is taken away by leaving them out.
 *
 * @param skNumber number of the decree (SK) that names them
 */
record DistrictEntry(@Nullable String skNumber, @Nullable LocalDate skDate, @Nullable List<VillageEntry> villages) {

    /** @param village code, dotted or as digits */
    record VillageEntry(@Nullable String village, @Nullable List<PersonEntry> people) {}

    /** People for the village that the address names. */
    record Named(@Nullable String skNumber, @Nullable LocalDate skDate, @Nullable List<PersonEntry> people) {}
}
