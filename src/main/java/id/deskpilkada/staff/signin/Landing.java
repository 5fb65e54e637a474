package id.deskpilkada.staff.signin;

/** Where a browser goes after signing in: to the page that was asked for, else to the one where the person's work is. */
final class Landing {

    /** Finds that page by a request of its own, so that it is looked for by the person, in their territory, in every way of signing in. */
    static final String START = "/mulai";

    private Landing() {}

    static String page(String wanted) {
        return safe(wanted).isEmpty() ? START : wanted;
    }

    /** The address if it is one of this installation; nothing otherwise, so that nobody is sent on to another host. */
    static String safe(String wanted) {
        boolean ours = wanted.matches("/(?![/\\\\])[\\x21-\\x7E&&[^\\\\]]*");
        return ours && !wanted.startsWith("/masuk") && !wanted.startsWith("/keluar") ? wanted : "";
    }
}
