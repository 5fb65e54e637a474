/** Sealing of values that not even the database may read: keys, their rotation, and the check at start that every key is there. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.NamedInterface("sealing")
package id.deskpilkada.platform.sealing;
