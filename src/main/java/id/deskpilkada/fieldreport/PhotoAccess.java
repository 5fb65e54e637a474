package id.deskpilkada.fieldreport;

import id.deskpilkada.platform.Actor;

/** Lets a feature open the photos of a report to people whose own area does not contain it, such as a verifier of a neighbouring district. */
public interface PhotoAccess {

    boolean maySee(Actor actor, FieldReport report);
}
