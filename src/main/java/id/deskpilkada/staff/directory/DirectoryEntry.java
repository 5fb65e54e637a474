package id.deskpilkada.staff.directory;

import org.jspecify.annotations.Nullable;

/**
 * A contact as one reader sees it.
 *
 * @param place name of its region or TPS
 * @param mayConfirm whether the reader may say that the number was tried
 */
record DirectoryEntry(Contact contact, String kindName, String place, boolean emergency, boolean mayConfirm) {

    /** The number as text; an emergency number that nobody has tried is shown to those only who can try it. */
    public @Nullable String number() {
        var phone = contact.phone();
        return phone == null || emergency && !contact.confirmed() && !mayConfirm ? null : phone.readable();
    }

    public @Nullable String dial() {
        return contact.callable().map(CallNumber::dial).orElse(null);
    }

    public @Nullable String chat() {
        return contact.chat().map(CallNumber::chat).orElse(null);
    }

    /** Whether there is a number that somebody has to try first. */
    public boolean unconfirmed() {
        return !contact.confirmed() && (contact.phone() != null || contact.whatsapp() != null);
    }

    /** The numbers as stored: who confirms says which ones. */
    public String numbers() {
        return numbers(contact);
    }

    static String numbers(Contact contact) {
        return text(contact.phone()) + "/" + text(contact.whatsapp());
    }

    private static String text(@Nullable CallNumber number) {
        return number == null ? "" : number.value();
    }
}
