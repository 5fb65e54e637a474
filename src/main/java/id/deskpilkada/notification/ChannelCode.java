package id.deskpilkada.notification;

import java.util.Arrays;
import java.util.List;

/** The ways a message can take. */
public enum ChannelCode {
    /** The person's own page of this application. Every message to a staff member is there, whatever else happens. */
    INBOX,
    EMAIL,
    SMS,
    /** No way at all: nobody has given an address that a channel of this installation could use. */
    NOWHERE;

    /** Those that leave the application, in the order in which they are tried unless somebody wants otherwise. */
    public static List<ChannelCode> outward() {
        return Arrays.asList(EMAIL, SMS);
    }
}
