package id.deskpilkada.platform.start;

/** The application does not start, because it would not be safe. Says what is wrong and what to do, and never the secret itself. */
public class StartRefused extends RuntimeException {

    private final String remedy;

    /** @param remedy what to do about it */
    public StartRefused(String message, String remedy) {
        super(message, null, false, false);
        this.remedy = remedy;
    }

    String remedy() {
        return remedy;
    }
}
