"use strict";
document.addEventListener("DOMContentLoaded", () => {
  const place = document.getElementById("api");
  SwaggerUIBundle({url: place.dataset.description, domNode: place, deepLinking: false, docExpansion: "list", defaultModelsExpandDepth: -1, validatorUrl: null, supportedSubmitMethods: ["get", "post"]});
});
