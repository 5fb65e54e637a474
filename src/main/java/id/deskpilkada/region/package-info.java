/** Regions of the country by Kemendagri code, from province down to village, and their time zone. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"platform", "platform :: document", "imports"})
@org.jspecify.annotations.NullMarked
package id.deskpilkada.region;
