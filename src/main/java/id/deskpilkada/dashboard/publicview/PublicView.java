package id.deskpilkada.dashboard.publicview;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What this installation shows to everybody.
 *
 * @param votesNotBefore before that moment no votes are shown, whatever the mode; null for 15.00 WIB on the day of voting
 * @param decision who decided so; null as long as nobody had to
 * @param changedAt null before it was ever set
 */
record PublicView(
        PublicMode mode,
        PublicDepth depth,
        @Nullable Instant votesNotBefore,
        @Nullable Decision decision,
        @Nullable Instant changedAt) {

    static final PublicView OFF = new PublicView(PublicMode.OFF, PublicDepth.VILLAGE, null, null, null);

    /** @param letter number of the letter in which it was decided */
    record Decision(String name, String office, String letter) {}
}
