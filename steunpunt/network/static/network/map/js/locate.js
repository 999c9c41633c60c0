/* "Near me": asks the browser where we are and looks there; nothing of it leaves this device. */

export function locate(map, say) {
  if (!navigator.geolocation) return say("Deze browser kan niet zeggen waar je bent. Vul je postcode in.");
  return navigator.geolocation.getCurrentPosition(
    ({ coords }) => {
      const inside = map.options.maxBounds.contains([coords.latitude, coords.longitude]);
      if (!inside) return say("Je bent nu niet in Nederland. Vul een postcode in.");
      map.setView([coords.latitude, coords.longitude], 11);
      return say("De kaart toont nu de plek waar je bent. Je plek blijft op dit apparaat.");
    },
    () => say("We weten niet waar je bent. Vul je postcode in."),
    { maximumAge: 300000, timeout: 10000 },
  );
}
