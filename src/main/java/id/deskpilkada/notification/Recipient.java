package id.deskpilkada.notification;

import java.util.Map;
import java.util.TreeMap;

/** Who a message is for. */
public sealed interface Recipient {

    /** Somebody on the staff list: finds the message in the inbox too, and chooses the channels. */
    static Recipient staff(long id) {
        return new StaffMember(id);
    }

    /** Somebody outside the staff list, e.g. the duty post of an agency. */
    static Recipient contact(String name, Map<ChannelCode, String> addresses) {
        return new Contact(name, addresses);
    }

    /** The same for the same recipient. */
    String key();

    /** @param id of the staff list */
    record StaffMember(long id) implements Recipient {

        @Override
        public String key() {
            return "staff:" + id;
        }
    }

    /** @param addresses a telephone number for {@code SMS}, an e-mail address for {@code EMAIL} */
    record Contact(String name, Map<ChannelCode, String> addresses) implements Recipient {

        public Contact {
            addresses = Map.copyOf(addresses);
        }

        @Override
        public String key() {
            return "contact:" + name + " " + new TreeMap<>(addresses);
        }
    }
}
