package id.deskpilkada.dashboard.live;

import id.deskpilkada.platform.Actor;

/**
 * Says that something changed and where, never what: whoever is interested asks again and gets what they may see.
 *
 * @param topic e.g. {@code tally}, {@code progress}, {@code round}
 * @param area digits of the region or TPS
 */
record Hint(String topic, String area) {

    /** As it is sent. Both are words and digits of our own, in which nothing has to be escaped. */
    String event() {
        return "data:{\"topic\":\"" + topic + "\",\"area\":\"" + area + "\"}\n\n";
    }

    /** Whether the change lies inside one of the person's places or concerns a region around one of them. */
    boolean concerns(Actor actor) {
        return actor.areas().stream().anyMatch(place -> area.startsWith(place) || place.startsWith(area));
    }
}
