package id.deskpilkada.fieldreport;

import id.deskpilkada.platform.Actor;

/** Lets a feature open photos that it names itself while no report of the ledger does, such as those of an incident that the desk has typed. */
public interface NamedPhotos {

    /** @param uploader key of whoever has sent the photo: naming somebody else's opens nothing */
    boolean show(String sha256, long uploader, Actor actor);
}
