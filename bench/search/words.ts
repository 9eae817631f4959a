const common =
  "factura error portal correo acceso contraseña usuario archivo cliente sistema pago descargar enviar timbrado certificado cancelación complemento facturación sello receptor emisor régimen domicilio fiscal nómina recibo adenda pedido orden compra validación rechazada vigencia saldo cuenta banco conciliación pantalla módulo reporte inventario sucursal proveedor licencia instalación actualización respaldo servidor conexión impresora etiqueta permiso bloqueado duplicado catálogo producto clave unidad impuesto retención traslado tasa exento global público general sustitución relacionado aviso notificación vencido programado consulta solicitud cambio baja alta registro teléfono dirección contacto soporte ayuda gracias saludos buenas tardes días favor urgente revisar adjunto imagen captura mensaje aparece marca intento genera puedo carga abre cierra guarda".split(
    " ",
  );

const starts = "ca me ti ro lu fa de pi so nu tra ble gri co ma".split(" ");
const middles = "ra li to me sa du ne pi lo vi que zo".split(" ");
const ends = "r da ción do mente s ble ría no ta nte".split(" ");

/** One of 1,980 words that sound Spanish, and that only this bench has. */
export function rareWord(n: number): string {
  const start = starts[n % starts.length] ?? "";
  const middle = middles[Math.floor(n / starts.length) % middles.length] ?? "";
  const end = ends[Math.floor(n / (starts.length * middles.length)) % ends.length] ?? "";
  return `${start}${middle}${end}`;
}

/** Words from the most frequent to the rarest. */
export function vocabulary(): readonly string[] {
  const rare = Array.from({ length: 1_980 }, (_, n) => rareWord(n));
  return [...new Set([...common, ...rare])];
}
