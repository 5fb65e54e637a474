package id.deskpilkada.notification.channel;

import org.jspecify.annotations.Nullable;

/** The channel did not take a message, or did not say so. */
public final class NotTaken extends Exception {

    private final String reason;
    private final @Nullable String detail;
    private final boolean forGood;
    private final boolean unsure;

    private NotTaken(String reason, @Nullable String detail, boolean forGood, boolean unsure) {
        super(reason + (detail == null ? "" : " " + detail), null, false, false);
        this.reason = reason;
        this.detail = detail == null ? null : detail.substring(0, Math.min(detail.length(), 200));
        this.forGood = forGood;
        this.unsure = unsure;
    }

    /** Trying again is of no use. */
    public static NotTaken forGood(String reason, @Nullable String detail) {
        return new NotTaken(reason, detail, true, false);
    }

    /** Certainly not taken; it may go well later. */
    public static NotTaken yet(String reason, @Nullable String detail) {
        return new NotTaken(reason, detail, false, false);
    }

    /** Nobody knows whether it was taken: the next attempt is a repeat. */
    public static NotTaken perhaps(String reason, @Nullable String detail) {
        return new NotTaken(reason, detail, false, true);
    }

    /** Key of the text is {@code notification.reason.<reason>}. */
    public String reason() {
        return reason;
    }

    /** What was said, at most 200 characters. */
    public @Nullable String detail() {
        return detail;
    }

    public boolean isForGood() {
        return forGood;
    }

    public boolean isUnsure() {
        return unsure;
    }
}
