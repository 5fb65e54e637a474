package id.deskpilkada.staff.directory;

import id.deskpilkada.platform.Actor;
import org.jspecify.annotations.Nullable;

/** Who answers for a number being right. @param id null where the installation itself says so, as for the demo's data */
record Confirming(@Nullable Long id, String name) {

    static Confirming of(@Nullable Actor actor) {
        return actor == null ? new Confirming(null, "Desk Pilkada") : new Confirming(actor.id(), actor.name());
    }
}
