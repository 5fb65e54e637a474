package id.deskpilkada.sms.desk;

import id.deskpilkada.sms.SmsState;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An SMS as the desk sees it. The figures of a Form C1 are hidden from whoever may still have to type that form again.
 *
 * @param number as people write it
 * @param sender name of whose it is
 * @param reading in a few words
 * @param place digits of what it is about
 */
record SmsLine(
        UUID id,
        String number,
        String text,
        SmsState state,
        boolean urgent,
        @Nullable String kind,
        @Nullable String sender,
        String reading,
        @Nullable String reason,
        @Nullable String reply,
        @Nullable String note,
        String place,
        OffsetDateTime receivedAt) {

    /** Whether somebody of the desk can still do something about it. */
    public boolean open() {
        return state == SmsState.PARKED || state == SmsState.REFUSED || state == SmsState.ASKED;
    }
}
