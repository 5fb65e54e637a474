package id.deskpilkada.readiness.screening;

import java.util.Set;

/**
 * Screenings or the list of officers of some puskesmas areas changed; published in the changing transaction and says nothing of what changed.
 *
 * @param newOfficers whether officers came who were not on the list
 */
record ScreeningsRecorded(Set<Long> puskesmasIds, boolean newOfficers) {}
