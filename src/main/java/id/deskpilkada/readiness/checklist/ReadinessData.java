package id.deskpilkada.readiness.checklist;

import id.deskpilkada.fieldreport.form.Spot;
import id.deskpilkada.readiness.Connectivity;
import id.deskpilkada.readiness.ReadinessStage;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * The {@code data} of a readiness report as it was read.
 *
 * @param items answers by code of the item
 * @param connectivity and {@code floodRisk}: always told about the site, where wanted about logistics
 * @param kppsPresent number of KPPS members met; null when it was not said
 */
record ReadinessData(
        ReadinessStage stage,
        SortedMap<String, Answer> items,
        @Nullable Connectivity connectivity,
        @Nullable Boolean floodRisk,
        @Nullable Spot location,
        @Nullable Integer kppsPresent,
        @Nullable Integer linmasPresent,
        @Nullable String remarks,
        List<String> photos) {

    static final int KPPS = 7;
    static final int LINMAS = 2;
}
