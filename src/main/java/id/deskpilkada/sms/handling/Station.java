package id.deskpilkada.sms.handling;

import id.deskpilkada.election.RoundRef;
import id.deskpilkada.platform.Actor;

/**
 * The polling station that a message is about.
 *
 * @param sender who reports on it, of those who share the number
 * @param village its name
 * @param certain whether it is the sender's only one, or its letter was there
 */
record Station(RoundRef round, String tps, Actor sender, String village, boolean certain) {

    /** As it is said: {@code 001}. */
    String number() {
        return tps.substring(10);
    }
}
