package id.deskpilkada.c1;

import org.jspecify.annotations.Nullable;

/**
 * What one form now adds to the totals, told in the transaction that changed it.
 *
 * @param tps 13 digits; the areas are digits too
 * @param received a form has arrived
 * @param held it waits for a check ("perlu dicek") and its figures stay out of the received total
 * @param verified the copy has been compared by a second person
 * @param receivedFigures what counts on the basis "received"; null when nothing does
 * @param verifiedFigures what counts on the basis "verified"; null when nothing does
 */
public record C1FormChanged(
        long roundId,
        long raceId,
        String tps,
        String villageArea,
        String districtArea,
        boolean received,
        boolean held,
        boolean verified,
        @Nullable C1Figures receivedFigures,
        @Nullable C1Figures verifiedFigures) {}
