package id.deskpilkada.tierreport.delivery;

import java.util.List;
import java.util.stream.Stream;

/**
 * Somebody to whom the installation's own reports go.
 *
 * @param address an e-mail address, or where the installation above is reached
 * @param slots names of slots, separated by commas; empty: all
 * @param withToken whether a token for its intake is kept
 */
record TierRecipient(
        long id, String area, String name, Way way, String address, String slots, boolean active, boolean withToken) {

    List<String> chosenSlots() {
        return Stream.of(slots.split(","))
                .map(String::strip)
                .filter(slot -> !slot.isEmpty())
                .toList();
    }

    boolean wants(String slot) {
        return active && (slots.isBlank() || chosenSlots().contains(slot));
    }
}
