package id.deskpilkada.platform.start;

/** The application does not start, because it would not be safe. Says what is wrong and what to do, and never the secret itself. */
class StartRefused extends RuntimeException {

    private final String remedy;

    StartRefused(String message, String remedy) {
        super(message, null, false, false);
        this.remedy = remedy;
    }

    String remedy() {
        return remedy;
    }
}
